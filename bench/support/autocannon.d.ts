/** What the benches use of it; the package comes without types. */
declare module 'autocannon' {
  interface Asked {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    readonly requests: readonly { readonly path: string }[]
  }
  interface Result {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    /** Seconds it really took. */
    readonly duration: number
  }
  function autocannon(asked: Asked): Promise<Result>
  export = autocannon
}
