/** A sentence for the technician: what is wrong with a backup, or with what was asked. */
export class Trouble extends Error {}
