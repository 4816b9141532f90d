import type { publicCards as contract } from '../../../../core/people/public-cards/contract'
import { claimFiles, endFiles } from '../../../kernel/files'
import { settle } from '../../../kernel/settle'
import { Organizations } from '../documents'
import { PublicCards, type PublicCard } from './documents'
import type { Handlers } from '../use-case'
import { self } from './self'

/** Old links that still say that the card was withdrawn. */
const MOST_CODES = 50

/** A phone sends a command again for minutes, not after so many others. */
const MOST_COMMANDS = 20

/** Before the first. */
const none = { commands: [], codes: [], version: 0 }

export const publish: Handlers<Pick<typeof contract, 'publicCard.publish'>> = {
  async 'publicCard.publish'(input, context) {
    const { store, now, newId, commandId, checkText, audit, fail } = context
    const me = self(context)
    if (input.helps.length === 0 && input.words === '') return fail('INVALID_INPUT', { paths: ['helps', 'words'] })
    if (input.reach === 'phone' && me.phones.length === 0)
      return fail('PHONE_INVALID', { field: 'reach', index: 0, message: '名册里没有您的电话' })
    const files = { purpose: 'public-card', about: me._id } as const
    await Promise.all([checkText(input.name, input.words), claimFiles(context, [input.photoFileId], files)])
    const table = store.table(PublicCards)
    const branch = await store.table(Organizations).get(me.branchId)
    const content = { ...input, branchName: branch?.name ?? '' }
    const code = await settle(async () => {
      const card = await table.get(me._id)
      const { commands, codes: had, version }: Pick<PublicCard, 'commands' | 'codes' | 'version'> = card ?? none
      // A late retry: of what stands, or of what was withdrawn meanwhile.
      if (commands.includes(commandId)) return card?.content ? had.at(-1) : fail('CONFLICT')
      // A card that was withdrawn comes back under a new code: a reader with an old link is not shown what was taken back.
      const fresh = newId()
      const codes = card?.content ? had : [...had.slice(1 - MOST_CODES), fresh]
      const next = { codes, content, changedAt: now, commands: [...commands.slice(1 - MOST_COMMANDS), commandId], version: version + 1 }
      const written = card
        ? (await table.update({ _id: me._id, version }, { set: next })) > 0
        : (await table.add({ _id: me._id, ...next })) === 'added'
      return written ? (codes.at(-1) ?? fresh) : undefined
    })
    await endFiles(context, files, input.photoFileId === undefined ? [] : [input.photoFileId])
    audit(me._id, 'public-card.published')
    return { code }
  },
}
