import { nameKeys } from './0001-name-keys'
import { findKeys } from './0002-find-keys'
import { organizationKeys } from './0003-organization-keys'
import { surveyActs } from './0004-survey-acts'
import { moneyLooks } from './0005-money-looks'
import type { Migration } from './migration'

export type { Migration, MigrationDatabase, StoredRow, Where } from './migration'

/** Every migration, in the order in which they run. One that has run anywhere stays as it is; a change of it is a new one. */
export const migrations: readonly Migration[] = [nameKeys, findKeys, organizationKeys, surveyActs, moneyLooks]
