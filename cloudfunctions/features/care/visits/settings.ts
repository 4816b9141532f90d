import type { visits as contract } from '../../../../core/care/visits/contract'
import { usualVisits, type VisitSettings as Settings } from '../../../../core/care/visits/settings'
import { inheritedAt } from '../../../kernel/inherited'
import type { Store } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { AllVisitSettings, type VisitSettings } from './documents'
import { restartRound } from './round'

const valuesOf = (of: VisitSettings | null): Settings => (of ? { perDay: of.perDay, rules: of.rules } : usualVisits)

/** The settings that hold at each of these paths: those of the nearest organization at or above it that has any, else the usual ones. One wave. */
export const settingsAt = async (store: Store, paths: readonly string[]): Promise<(path: string) => Settings> => {
  const nearest = await inheritedAt(store, AllVisitSettings, paths)
  return path => valuesOf(nearest(path))
}

export const settings: Handlers<Pick<typeof contract, 'visit.settings' | 'visit.configure'>> = {
  async 'visit.settings'(_, { store, subject }) {
    const of = (await inheritedAt(store, AllVisitSettings, [subject.path]))(subject.path)
    return { ...valuesOf(of), from: of && { orgId: of._id, name: of.name } }
  },

  async 'visit.configure'({ orgId, ...settings }, { store, subject, actor: by, now }) {
    await store.table(AllVisitSettings).put({ ...settings, _id: orgId, name: subject.name, by, at: now })
    await restartRound(store)
    return {}
  },
}
