export const signups = {}
