const MEMBER = 'cq365:m:'

/** What a member shows to the secretary. */
export const memberCode = (memberId: string): string => `${MEMBER}${memberId}`

/** The member a shown code stands for. */
export const readMemberCode = (text: string): string | undefined =>
  text.trim().startsWith(MEMBER) ? text.trim().slice(MEMBER.length) || undefined : undefined
