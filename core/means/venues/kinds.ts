import type { Role } from '../../shared/operation'

/** How one gets into a room; an elder asks that first. */
export const accesses = ['level', 'lift', 'steps', 'unknown'] as const
export type Access = (typeof accesses)[number]

export const accessWords: Readonly<Record<Access, string>> = {
  level: '平路就到，没有台阶',
  lift: '有电梯',
  steps: '要爬楼梯',
  unknown: '有没有台阶还没写',
}

/** Of two rooms the one that is easier to get into comes first. */
export const accessRank: Readonly<Record<Access, number>> = { level: 0, lift: 1, unknown: 2, steps: 3 }

/** How a booking stands: it is to come (or was not looked at again), it was used, they did not come, it was called off. */
export const bookingStates = ['booked', 'used', 'missed', 'cancelled'] as const
export type BookingState = (typeof bookingStates)[number]

export const bookingWords: Readonly<Record<BookingState, string>> = {
  booked: '已订',
  used: '用了',
  missed: '订了没来',
  cancelled: '取消了',
}

/** Whose branches a shared room is for beside those below its owner: those of the same street, or all. */
export const circles = ['street', 'all'] as const
export type Circle = (typeof circles)[number]

/** Those who keep rooms. */
export const keepers = ['secretary', 'street', 'bureau'] as const satisfies readonly Role[]
/** Those who book them for their branch. */
export const bookers = ['secretary', 'leader'] as const satisfies readonly Role[]
