/**
 * The storage's security rules in the console's form; they bind phones, not the functions. A phone stores photos and voices under `shown/`
 * and rosters under `rosters/`, and reads and changes only what it stored itself. What others are shown, photos and sheets alike, is fetched by the
 * address that comes with the answer. An expression of these rules has to compare `test` with true.
 */
export const storageRules = {
  read: 'resource.openid == auth.openid',
  write: 'resource.openid == auth.openid && /^(shown|rosters)./.test(resource.path) == true',
} as const
