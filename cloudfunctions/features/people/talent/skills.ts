import type { talent as contract } from '../../../../core/people/talent/contract'
import { isUsualSkill, skillBook, type SkillSaid, wordTaken } from '../../../../core/people/talent/skills'
import { scopesOf } from '../../../../core/shared/scopes'
import { settle } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { skillsAbove } from './books'
import { SkillLists } from './documents'

/** More than a bureau adds; it keeps its list one small document. */
const MOST = 200

type Skills = Pick<typeof contract, 'talent.skills' | 'talent.skillList' | 'talent.saveSkill'>

export const skillLists: Handlers<Skills> = {
  async 'talent.skills'(_, { store, person }) {
    const { like } = await skillsAbove(store, person.path)
    return { items: like('').map(one => ({ ...one, aliases: [...one.aliases] })) }
  },

  async 'talent.skillList'(_, { store, subject: org, may }) {
    const scopes = scopesOf(org.path)
    const rows = await store.table(SkillLists).getMany(scopes)
    const said = (orgId: string) => rows.find(one => one._id === orgId)?.skills ?? []
    const here = new Map(said(org._id).map(one => [one.code, one]))
    const { skills } = skillBook(scopes.flatMap(said))
    return {
      items: skills.map(one => ({
        ...{ ...one, aliases: [...one.aliases] },
        from: isUsualSkill(one.code) ? ('usual' as const) : here.has(one.code) ? ('here' as const) : ('above' as const),
        own: here.get(one.code)?.aliases ?? [],
      })),
      may: may('saveSkill'),
    }
  },

  async 'talent.saveSkill'({ code, group, name, aliases: typed, retired }, context) {
    const { store, subject: org, commandId, actor, now, fail, checkText } = context
    const aliases = [...new Set(typed)].filter(one => one !== name)
    await checkText(group, name, ...aliases)
    const table = store.table(SkillLists)
    const usual = code !== undefined && isUsualSkill(code)
    // What is added is known by its command, so that sent again it is added once.
    const of = code ?? `own-${commandId.slice(0, 20)}`
    return settle(async () => {
      const rows = await table.getMany(scopesOf(org.path))
      const row = rows.find(one => one._id === org._id)
      const before = row?.skills ?? []
      if (code !== undefined && !usual && !before.some(one => one.code === code)) return fail('NOT_FOUND')
      const others = scopesOf(org.path).flatMap(orgId => (rows.find(one => one._id === orgId)?.skills ?? []).filter(one => one.code !== of))
      const taken = wordTaken(skillBook(others), usual ? aliases : [name, ...aliases], of)
      if (taken)
        return fail('INVALID_INPUT', { paths: ['aliases'], message: `“${taken.word}”已经是“${taken.by}”的说法，一个说法只能指一样` })
      const said: SkillSaid = { ...{ code: of, group, name, aliases }, ...(retired === true && !usual ? { retired } : {}) }
      const known = before.some(one => one.code === of)
      const skills = known ? before.map(one => (one.code === of ? said : one)) : [...before, said]
      if (skills.length > MOST) return fail('INVALID_INPUT', { paths: ['orgId'], message: `自己加的特长最多 ${String(MOST)} 样` })
      const saved = { _id: org._id, skills, savedBy: actor, savedAt: now }
      const written = row
        ? await table.swap(row, { ...saved, version: row.version + 1 }, 'version')
        : (await table.add({ ...saved, version: 1 })) === 'added'
      return written ? { code: of } : undefined
    })
  },
}
