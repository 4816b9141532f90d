import type { identity as contract } from '../../../../core/people/identity/contract'
import { correctable, readCorrectedPhones } from '../../../../core/people/identity/held-facts'
import { settleRow } from '../../../kernel/settle'
import { abroadReader } from '../abroad'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'
import { tellDoors, withNumbers } from './new-doors'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const correct: Handlers<Pick<typeof contract, 'me.correct'>> = {
  async 'me.correct'(input, context) {
    const { store, person, account, actor, commandId, checkText, audit, fail } = context
    const abroad = await abroadReader()
    const phones = readCorrectedPhones(input.phones, abroad)
    if ('wrong' in phones) return fail('PHONE_INVALID', { field: 'phones', index: phones.wrong, message: phones.message })
    const emergencyPhones = readCorrectedPhones(input.emergencyPhones, abroad)
    if ('wrong' in emergencyPhones)
      return fail('PHONE_INVALID', { field: 'emergencyPhones', index: emergencyPhones.wrong, message: emergencyPhones.message })
    await checkText(input.residence, input.emergencyName, ...(input.skills ?? []))

    const { residence, emergencyName, skills } = input
    const { numbers } = phones
    const said: Partial<Member> = {
      ...(numbers ? { phones: numbers } : {}),
      ...(emergencyPhones.numbers ? { emergencyPhones: emergencyPhones.numbers } : {}),
      ...(skills ? { skills: [...new Set(skills)] } : {}),
      ...(residence ? { residence } : {}),
      ...(emergencyName ? { emergencyName } : {}),
    }
    const emptied = [...(residence === '' ? (['residence'] as const) : []), ...(emergencyName === '' ? (['emergencyName'] as const) : [])]
    const bringer = account?.memberId === person._id ? 'self' : 'family'
    const members = store.table(Members)
    return settleRow<Member, Record<string, never>>(
      person,
      () => members.get(person._id),
      async member => {
        if (member?.state !== 'active') return fail('NOT_FOUND')
        const differs = correctable.some(field => said[field] !== undefined && !same(said[field], member[field]))
        if (!differs && emptied.every(field => member[field] === undefined)) return {}
        const doors = numbers && withNumbers(context, member, numbers, actor, bringer)
        const change = { set: { ...said, ...doors?.set }, unset: emptied, inc: { version: 1 } }
        if ((await members.update({ _id: member._id, version: member.version, state: 'active' }, change)) === 0) return undefined
        if (doors) await tellDoors(context, member, doors, actor, commandId)
        audit(member._id, 'data.corrected', [...Object.keys(said), ...emptied].join(' '))
        return {}
      },
    )
  },
}
