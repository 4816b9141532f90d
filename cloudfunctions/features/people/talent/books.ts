import { isUsualSkill, skillBook, type SkillBook, type SkillCode, usualSkills } from '../../../../core/people/talent/skills'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { SkillLists } from './documents'

/** The skills that hold at a place: the usual ones and what the organizations above it added, from the top down. One request. */
export const skillsAbove = async (store: Store, path: string): Promise<SkillBook> => {
  const scopes = scopesOf(path)
  const rows = await store.table(SkillLists).getMany(scopes)
  return skillBook(scopes.flatMap(orgId => rows.find(one => one._id === orgId)?.skills ?? []))
}

/** What skills that people have are called. Nothing is read where all are usual ones. */
export const namesAt = async (
  store: Store,
  rows: readonly { path: string; skills: readonly SkillCode[] }[],
): Promise<(code: SkillCode) => string> => {
  const paths = rows.filter(row => !row.skills.every(isUsualSkill)).map(one => one.path)
  if (paths.length === 0) return usualSkills.nameOf
  const lists = await store.table(SkillLists).getMany([...new Set(paths.flatMap(scopesOf))])
  return skillBook(lists.flatMap(one => one.skills)).nameOf
}
