import type { Viewer } from '../../access/viewer.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { AnyCommand, AnyView } from '../../rooms/room.ts'
import type { Config } from '../config.ts'
import type { Streams } from './print.ts'

/** What the command line works with; `open` opens the ledger when a verb needs it. */
export interface App {
  readonly streams: Streams
  readonly config: Config
  readonly kinds: readonly AnyKind[]
  readonly commands: readonly AnyCommand[]
  readonly views: readonly AnyView[]
  /** Who acts: whoever may run this program on this machine. */
  readonly viewer: Viewer
  /** Help has its examples on screen already: they are shown while the words are being loaded. */
  readonly examplesShown?: boolean
  /** @param how `dry`: every act is worked out and then rolled back. */
  open(how?: { readonly dry?: boolean }): Promise<Ledger | Refusal>
}

/** `--on`, `--known`, `--json` and the workspace: what every verb that looks takes. */
export interface Looking {
  readonly on?: string | undefined
  readonly known?: string | undefined
  readonly json?: boolean | undefined
  readonly workspace?: string | undefined
}
