/**
 * The storage's security rules in the console's form; they bind phones, not the functions. A phone stores photos and voices under `shown/`
 * and rosters under `rosters/`, and changes only what it stored itself. It reads its own files and, by their ids, those that are shown; a
 * sheet under `exports/` is fetched by the address that the operation answered. An expression of these rules has to compare `test` with true.
 */
export const storageRules = {
  read: 'resource.openid == auth.openid || /^shown./.test(resource.path) == true',
  write: 'resource.openid == auth.openid && /^(shown|rosters)./.test(resource.path) == true',
} as const
