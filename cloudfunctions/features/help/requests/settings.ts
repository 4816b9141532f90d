import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Settings } from '../../../../core/help/requests/contract-views'
import { usualSettings } from '../../../../core/help/requests/settings'
import { inheritedAt } from '../../../kernel/inherited'
import type { Store } from '../../../kernel/store'
import { AllDispatchSettings, type DispatchSettings } from '../documents'
import type { Handlers } from '../use-case'

/** The settings that hold at a path: those of the nearest organization at or above it that has any (`of`), else the usual ones. */
export const settingsAt = async (store: Store, path: string): Promise<{ settings: Settings; of: DispatchSettings | null }> => {
  const of = (await inheritedAt(store, AllDispatchSettings, [path]))(path)
  if (!of) return { settings: usualSettings, of }
  const { clocks, volunteers, radius, quietHours } = of
  return { settings: { clocks, volunteers, radius, quietHours }, of }
}

export const settings: Handlers<Pick<typeof contract, 'request.settings' | 'request.configure'>> = {
  async 'request.settings'(_, { store, subject }) {
    const { settings, of } = await settingsAt(store, subject.path)
    return { ...settings, from: of && { orgId: of._id, name: of.name } }
  },

  async 'request.configure'({ orgId, ...settings }, { store, subject, actor: by, now }) {
    const document: DispatchSettings = { ...settings, _id: orgId, name: subject.name, by, at: now }
    await store.table(AllDispatchSettings).put(document)
    return {}
  },
}
