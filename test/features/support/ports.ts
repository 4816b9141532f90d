import { Environment } from '../../../core/shared/environment'
import { house } from '../../../cloudfunctions/house'
import type { Ports } from '../../../cloudfunctions/kernel/ports'
import type { Store } from '../../../cloudfunctions/kernel/store'

/** What a job or a use-case needs besides its store: a clock that stands still, and a WeChat that takes every message and answers nothing else. */
export const memoryPorts = (store: Store, now: number, sent: string[] = []): Ports => {
  const unexpected = () => Promise.reject(new Error('nothing here asks for this'))
  let ids = 0
  return {
    store,
    files: { read: unexpected, write: unexpected, addresses: unexpected, remove: unexpected },
    wechat: {
      textIsFit: unexpected,
      phoneNumber: unexpected,
      newCard: unexpected,
      showOnCard: unexpected,
      pageCode: unexpected,
      send: (openid, { page, fields }) => {
        sent.push(`${openid} ${page} ${fields.note}`)
        return Promise.resolve('sent')
      },
    },
    house,
    environment: () => Environment.parse({}),
    now,
    elapsed: () => 0,
    newId: () => `id-${String(++ids)}`,
  }
}
