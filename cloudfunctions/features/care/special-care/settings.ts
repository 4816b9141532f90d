import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { type CareSettings, usualCare } from '../../../../core/care/special-care/rules'
import { inheritedAt } from '../../../kernel/inherited'
import type { Store } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { AllCareSettings, CarePlans, type StoredCareSettings } from './documents'

interface Held {
  settings: CareSettings
  of: StoredCareSettings | null
}

/** The settings that hold at a path: those of the nearest organization at or above it that has any (`of`), else the usual ones. One query. */
export const careSettingsAt = async (store: Store, path: string): Promise<Held> => {
  const of = (await inheritedAt(store, AllCareSettings, [path]))(path)
  if (!of) return { settings: usualCare, of }
  const { elderlyAge, rhythms, clocks, quietDays } = of
  return { settings: { elderlyAge, rhythms, clocks, quietDays }, of }
}

export const settings: Handlers<Pick<typeof contract, 'care.settings' | 'care.configure'>> = {
  async 'care.settings'(_, { store, subject }) {
    const held = await careSettingsAt(store, subject.path)
    return { ...held.settings, from: held.of && { orgId: held.of._id, name: held.of.name } }
  },

  async 'care.configure'({ orgId, ...wanted }, { store, subject, actor: by, now, fail }) {
    // A group has no settings of its own: its branch is looked through as a whole.
    if (subject.kind === 'group') return fail('INVALID_INPUT', { paths: ['orgId'] })
    await store.table(AllCareSettings).put({ ...wanted, _id: orgId, name: subject.name, by, at: now })
    // One write marks every branch below; the timer looks through them within minutes.
    await store.table(CarePlans).update({ path: { startsWith: subject.path } }, { set: { due: now }, inc: { marks: 1 } })
    return {}
  },
}
