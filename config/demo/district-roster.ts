import { placeColumns, rosterColumns } from '../../core/people/roster/table'
import type { Profile } from '../../core/people/roster/contract'
import { person } from './people'

const ordinal = '零一二三四五六七八九十'
/** 1 to 130 in Chinese. */
const spelled = (n: number): string => {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10]
  const rest =
    tens === 0
      ? `${hundreds > 0 && ones > 0 ? '零' : ''}${ones > 0 ? (ordinal[ones] ?? '') : ''}`
      : `${tens > 1 || hundreds > 0 ? (ordinal[tens] ?? '') : ''}十${ones > 0 ? (ordinal[ones] ?? '') : ''}`
  return `${hundreds > 0 ? '一百' : ''}${rest}`
}

const groups = ['一', '二', '三', '四'].map(one => ({ groupId: one, name: `第${one}党小组`, path: '' }))

/** A telephone that no other person of the file has. */
const phoneOf = (at: number): string => `139${String(10_000_000 + at * 97).padStart(8, '0')}`

const branchOf = (n: number) => `常青街道第${spelled(n)}离退休干部党支部`

/** The demo's people as the roster of a whole district: so many of them in turn over so many branches of one street, each branch's rows together. */
export const districtRows = (
  people: number,
  branches: number,
): { header: string[]; rows: string[][]; profiles: { branch: string; profile: Profile }[] } => {
  const profiles = Array.from({ length: branches }, (_, n) => n + 1).flatMap(n => {
    const home = { branchId: '', path: '', groups, seed: n }
    const size = Math.floor(people / branches) + (n <= people % branches ? 1 : 0)
    return Array.from({ length: size }, (_, index) => ({
      branch: branchOf(n),
      profile: {
        ...person('', index, home, 'retired'),
        phones: [phoneOf(n * 1000 + index)],
        emergencyPhones: [phoneOf(500_000 + n * 1000 + index)],
      },
    }))
  })
  return {
    header: [...placeColumns, ...rosterColumns].map(one => one.title),
    rows: profiles.map(({ branch, profile }) => ['常青街道', branch, ...rosterColumns.map(column => column.text(profile))]),
    profiles,
  }
}
