import type { BranchMember } from './branchMembers'
import { nameKey } from '../../../../core/people/names/names'
import { careWords, standingWords } from '../../../../core/people/roster/words'

/** Elders from this age on count as 高龄. */
const OLD_AGE = 80

export type Facet = 'alone' | 'empty-nest' | 'old' | 'bedridden' | 'unbound'

interface Kind {
  value: Facet
  words: string
  fits: (member: BranchMember) => boolean
}

/** What a roster can be narrowed to, each with its test. */
export const facets: readonly Kind[] = [
  { value: 'alone', words: careWords.alone, fits: ({ care }) => care.includes('alone') },
  { value: 'empty-nest', words: careWords['empty-nest'], fits: ({ care }) => care.includes('empty-nest') },
  { value: 'old', words: '高龄', fits: ({ age }) => age !== undefined && age >= OLD_AGE },
  {
    value: 'bedridden',
    words: '卧床、失能',
    fits: ({ care }) => care.some(kind => kind === 'bedridden' || kind === 'disabled' || kind === 'half-disabled'),
  },
  { value: 'unbound', words: '没绑定微信', fits: ({ bound }) => !bound },
]

/** Members whose name contains what is typed and who fit every chosen facet. */
export const narrowed = (members: readonly BranchMember[], typed: string, chosen: readonly Facet[]): BranchMember[] => {
  const wanted = nameKey(typed)
  const tests = facets.filter(facet => chosen.includes(facet.value))
  return members.filter(member => nameKey(member.name).includes(wanted) && tests.every(({ fits }) => fits(member)))
}

/** What a list says of a member under the name: that they are retired goes without saying. */
export const aboutMember = ({ age, standing, care, groupName, maskedPhone }: BranchMember, withGroup: boolean): string =>
  [
    age === undefined ? '' : `${age} 岁`,
    ...care.map(kind => careWords[kind]),
    standing && standing !== 'retired' ? standingWords[standing] : '',
    maskedPhone === undefined ? '没有电话' : '',
    withGroup ? (groupName ?? '') : '',
  ]
    .filter(Boolean)
    .join(' · ')
