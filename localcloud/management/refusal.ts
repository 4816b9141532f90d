/** A refusal of the management API: its code and its sentence are the answer. */
export class ManagementError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'ManagementError'
  }
}
