/** A text in both languages of the screen. A field or command without both does not compile. */
export interface Words {
  readonly nl: string
  readonly en: string
}
export type Language = keyof Words
export const w = (nl: string, en: string): Words => ({ nl, en })
