import { nameKey, sameName } from '../names/names'
import { compareBirthdays } from './birthday'
import type { Profile } from './contract'

export type Resembling = Pick<Profile, 'name'> & Partial<Profile>

const share = (ones: readonly string[] | undefined, others: readonly string[] | undefined) =>
  (ones ?? []).some(one => (others ?? []).includes(one))

export const sharesPhone = (one: Resembling, other: Resembling): boolean => share(one.phones, other.phones)

/** Whether two names may be one with a character mistaken or left out: 王建国 and 王建囯, 李长青 and 李青. */
const almostSameName = (one: string, other: string): boolean => {
  const [ones, others] = [Array.from(nameKey(one)), Array.from(nameKey(other))]
  if (ones.length !== others.length) {
    const [short, long] = ones.length < others.length ? [ones, others] : [others, ones]
    return (
      short.length > 1 &&
      long.length - short.length === 1 &&
      long.some((_, at) => long.filter((__, index) => index !== at).join('') === short.join(''))
    )
  }
  return ones.length > 1 && ones.filter((letter, at) => letter !== others[at]).length <= 1
}

const fullDate = (text: string | undefined) => text?.length === 10

/**
 * In what two people who do not bear one name in one branch agree, where that seldom happens by chance (电话和生日); null where they may well be two. A
 * telephone at home, an address and a family are shared by couples: where the sexes differ, only a common birthday speaks for one person.
 */
export const resembles = (one: Resembling, other: Resembling): string | null => {
  const birthdays = one.birthday && other.birthday ? compareBirthdays(one.birthday, other.birthday) : null
  const phone = sharesPhone(one, other)
  const sexesDiffer = one.gender !== undefined && other.gender !== undefined && one.gender !== other.gender
  if (sexesDiffer && birthdays !== 'same') return null
  const agreeing = [
    ...(phone ? ['电话'] : []),
    ...(birthdays === 'same' ? ['生日'] : []),
    ...(one.residence !== undefined && one.residence === other.residence ? ['住址'] : []),
    ...((one.emergencyName !== undefined && other.emergencyName !== undefined && sameName(one.emergencyName, other.emergencyName)) ||
    share(one.emergencyPhones, other.emergencyPhones)
      ? ['家属']
      : []),
    ...(fullDate(one.joinedPartyOn) && one.joinedPartyOn === other.joinedPartyOn ? ['入党时间'] : []),
    ...(one.formerPost !== undefined && one.formerPost === other.formerPost ? ['原单位'] : []),
  ]
  const alike = birthdays === 'different' ? phone && agreeing.length >= 3 : (phone || birthdays === 'same') && agreeing.length >= 2
  const written = phone && birthdays !== 'different' && almostSameName(one.name, other.name)
  return alike || written ? agreeing.join('、') : null
}
