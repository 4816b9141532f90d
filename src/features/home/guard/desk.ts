import { forget, keep, recall } from '../../../platform/storage'

const DESK = 'desk-branch'

/** Which of several branches is on the secretary's desk; remembered on this phone. */
export const branchOnDesk = (): string | undefined => {
  const kept = recall(DESK)
  return typeof kept === 'string' ? kept : undefined
}

/** Puts a branch on the desk, or clears the desk. */
export const putOnDesk = (branchId: string | undefined) => {
  if (branchId === undefined) forget(DESK)
  else keep(DESK, branchId)
}
