/** The part of pngjs that is used here; the package has no types of its own. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number; colorType?: 0 | 2 | 4 | 6 })
    readonly width: number
    readonly height: number
    /** RGBA, row by row. */
    readonly data: Buffer
    static sync: { write: (image: PNG) => Buffer; read: (bytes: Buffer) => PNG }
  }
}
