/**
 * A refusal that the cloud's caller is meant to see: `code` is the server's name for it (localcloud/WIRE.md, Errors lists what the SDK
 * makes of each), `message` the server's sentence. Any other exception is a fault of this server and is answered as `SYS_ERR`.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** A request whose shape is wrong: a field is missing or has another type. */
export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message)

/** What was to be kept does not fit on the disk, or the disk does not take it; the developer at the terminal has to hear of it too. */
export class DiskRefused extends CloudError {
  constructor(what: string, why: string) {
    super('SYS_ERR', `The disk did not take ${what} (${why}): nothing of it was kept. Make room there, and try again.`)
    this.name = 'DiskRefused'
  }
}

/** A request that the database understood and refused: bad operator, duplicate key, wrong type, a query that no index serves. */
export const requestFailed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
