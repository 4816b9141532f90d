import type { identity as contract } from '../../../../core/people/identity/contract'
import { correctable, readCorrectedPhones } from '../../../../core/people/identity/held-facts'
import { abroadReader } from '../abroad'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const correct: Handlers<Pick<typeof contract, 'me.correct'>> = {
  async 'me.correct'(input, { store, person, checkText, audit, fail }) {
    const abroad = await abroadReader()
    const phones = readCorrectedPhones(input.phones, abroad)
    if ('wrong' in phones) return fail('PHONE_INVALID', { field: 'phones', index: phones.wrong, message: phones.message })
    const emergencyPhones = readCorrectedPhones(input.emergencyPhones, abroad)
    if ('wrong' in emergencyPhones)
      return fail('PHONE_INVALID', { field: 'emergencyPhones', index: emergencyPhones.wrong, message: emergencyPhones.message })
    await checkText(input.residence, input.emergencyName, ...(input.skills ?? []))

    const { residence, emergencyName, skills } = input
    const said: Partial<Member> = {
      ...(phones.numbers ? { phones: phones.numbers } : {}),
      ...(emergencyPhones.numbers ? { emergencyPhones: emergencyPhones.numbers } : {}),
      ...(skills ? { skills: [...new Set(skills)] } : {}),
      ...(residence ? { residence } : {}),
      ...(emergencyName ? { emergencyName } : {}),
    }
    const emptied = [...(residence === '' ? (['residence'] as const) : []), ...(emergencyName === '' ? (['emergencyName'] as const) : [])]
    const differs = correctable.some(field => said[field] !== undefined && !same(said[field], person[field]))
    if (!differs && emptied.every(field => person[field] === undefined)) return {}
    const changed = await store
      .table(Members)
      .update({ _id: person._id, state: 'active' }, { set: said, unset: emptied, inc: { version: 1 } })
    if (changed === 0) return fail('NOT_FOUND')
    audit(person._id, 'data.corrected', [...Object.keys(said), ...emptied].join(' '))
    return {}
  },
}
