import type { Advice, Advisory, SkillList, Talent } from '../../cloudfunctions/features/people/talent/documents'
import { standingAt } from '../../cloudfunctions/features/people/talent/rows'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { askAgainAt, everyDay } from '../../core/people/talent/rules'
import { type SkillCode, usualSkills } from '../../core/people/talent/skills'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000
/** Of the demo's people with such skills one in so many said so; one of four of them long ago. */
const [EACH, OLD] = [5, 4]
/** What the demo's people said; other skills are left to the stories. */
const said: readonly SkillCode[] = ['chinese-medicine', 'law', 'photography', 'sports']

/** What some people can do, and a group of the street that advises. */
export const demoTalents = (members: readonly Member[], street: Organization, now: Instant): Seed => {
  const able = members.filter(one => one.state === 'active' && usualSkills.within(one.skills).some(skill => said.includes(skill)))
  const talents: Talent[] = able
    .filter((_, nth) => nth % EACH === 0)
    .map((member, nth) => {
      const confirmedAt = now - (nth % OLD === OLD - 1 ? 400 : 20 + (nth % 90)) * DAY
      const saidBy = { openid: '', memberId: member._id, name: member.name }
      return standingAt(member, {
        ...{
          skills: usualSkills.within(member.skills).filter(skill => said.includes(skill)),
          note: '',
          confirmedAt,
          askAt: askAgainAt(now),
        },
        ...{
          levels: nth % 3 === 0 ? ['city'] : [],
          days: nth % 2 === 0 ? [...everyDay] : [2, 4, 6],
          saidBy,
          saidAt: confirmedAt,
          version: 1,
        },
      })
    })
  const party = talents.filter(one => one.path.startsWith(street.path)).slice(0, 3).map(one => one._id) // prettier-ignore
  const by = { openid: 'demo-street', memberId: 's-01', name: '街道' }
  const group: Advisory = {
    ...{ _id: `${street._id}:speaking`, orgId: street._id, orgName: street.name, path: street.path, field: 'speaking', party },
    ...{ savedBy: by, savedAt: now - 90 * DAY },
  }
  const advice: Advice = {
    ...{ _id: 'demo-advice-1', advisoryId: group._id, text: '微党课改到社区广场，讲身边人的故事，一次不超过二十分钟' },
    ...{ on: addDays(dateOf(now), -40), unit: '长青街道宣传办', memberIds: party, at: now - 40 * DAY, by, history: [] },
    came: { verdict: 'adopted', words: '从下个月起每月第一个周三在广场讲', at: now - 30 * DAY, by },
  }
  const added: SkillList = {
    ...{ _id: 'district', savedBy: { openid: 'demo-bureau', memberId: 's-02', name: '老干部局' }, savedAt: now - 60 * DAY, version: 1 },
    skills: [{ code: 'own-guide', group: '文化', name: '景点讲解', aliases: ['导游', '讲解员'] }],
  }
  return { talents, advisories: [group], advices: [advice], 'skill-lists': [added] }
}
