import type { Given } from '../../../platform/call'
import { branchKindWords } from '../../../../core/people/organizations/branch-kinds'
import { roleWords } from './Officers'

type Organization = Given<'org.tree'>['org']
type GroupKind = NonNullable<Organization['groupKind']>
type About = Given<'org.about'>
export type Switch = About['switches'][number]
export type Entry = About['items'][number]

const kindWords: Readonly<Record<Organization['kind'], string>> = {
  committee: '党委',
  street: '街道',
  organ: '机关',
  community: '社区',
  branch: '支部',
  group: '党小组',
}

/** Functional groups by what they are for (S2). */
export const groupKindWords: Readonly<Record<GroupKind, string>> = {
  thought: '思想政治组',
  law: '法律法规组',
  consultation: '协商组',
  mediation: '调解组',
  culture: '文化组',
  'next-generation': '关工组',
  'elder-care': '助老组',
}

/** What it is: its kind, of a branch the kind of branch, of a functional group what it is for. */
export const sayKind = ({ kind, branchKind, groupKind }: Pick<Organization, 'kind' | 'branchKind' | 'groupKind'>): string => {
  if (kind === 'branch' && branchKind) return branchKindWords[branchKind]
  return groupKind ? `功能型党小组 · ${groupKindWords[groupKind]}` : kindWords[kind]
}

/** 挂靠在…; nothing where no other organization hosts it. */
export const sayHost = ({ hostName }: Pick<Organization, 'hostName'>): string => (hostName === undefined ? '' : ` · 挂靠在${hostName}`)

/** How many people belong to it. */
export const sayCount = ({ count }: Pick<Organization, 'count'>): string => (count === undefined ? '人数还在数' : `${String(count)} 位党员`)

/** What a kind of branch has otherwise than most, in plain words; undefined where it is as everywhere. */
const otherwise: Readonly<Record<Switch['key'], (holds: boolean) => string | undefined>> = {
  'branch.elects': holds => (holds ? undefined : '不进行换届选举'),
  'branch.appointed': holds => (holds ? '班子由上级指定' : undefined),
  'branch.collects-dues': holds => (holds ? undefined : '不收党费，党费交到组织关系所在的支部'),
  'branch.votes': holds => (holds ? undefined : '开会不表决，表决到组织关系所在的支部'),
}

/** What is otherwise in a branch of this kind, each with where it is written. */
export const sayOtherwise = (switches: readonly Switch[]): { key: string; words: string; source: string }[] =>
  switches.flatMap(({ key, holds, document, article }) => {
    const words = otherwise[key](holds)
    return words === undefined ? [] : [{ key, words, source: `《${document.replace(/^《|》$/g, '')}》${article ?? ''}` }]
  })

const roleIn = (words: string): string => {
  const [role = '', name = ''] = words.split(' ')
  return `${name} ${Object.entries(roleWords).find(([one]) => one === role)?.[1] ?? role}`.trim()
}

const happened: Readonly<Record<Entry['kind'], (words: string) => string>> = {
  created: () => '成立',
  renamed: words => `改名：${words}`,
  closed: words => `撤销：${words}`,
  merged: words => `并入${words}`,
  absorbed: words => `并进来：${words}`,
  split: words => `分出：${words}`,
  'split-from': words => `从${words}分出来`,
  hosted: words => `挂靠在${words}`,
  unhosted: words => `不再挂靠在${words}`,
  moved: words => `转到：${words}`,
  appointed: words => `任职：${roleIn(words)}`,
  dismissed: words => `免职：${roleIn(words)}`,
  document: words => words,
  noted: words => words,
}

/** One entry of the history in a line. */
export const sayEntry = ({ kind, words }: Entry): string => happened[kind](words)
