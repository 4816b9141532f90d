import type { Member } from '../../cloudfunctions/features/people/documents'
import type { Grant } from '../../cloudfunctions/kernel/identity'
import { foundBy } from '../../core/people/finding/found-by'
import type { Profile } from '../../core/people/roster/contract'
import type { Instant } from '../../core/shared/operation'

/** Where the demo's people live and belong; docs/ARCHITECTURE.md lists the ids, and tests use them. */
export interface Home {
  branchId: string
  path: string
  groups: readonly { groupId: string; name: string; path: string }[]
  /** Makes phone numbers and names of one branch differ from another's. */
  seed: number
}

const surnames = Array.from('沈韩杨朱尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳')
/** A man's name and a woman's in turn. */
const givenNames = ['国强', '秀珍', '建华', '玉兰', '德厚', '桂芳', '文彬', '淑贞', '永年', '凤英', '正清', '月娥', '怀远', '雅琴', '光裕', '惠敏', '世昌', '佩兰', '克俭', '素云', '维新', '静宜', '鹏程', '慧䶮'] // prettier-ignore
const streets = ['常青花园一村', '常青花园四村', '银湖社区', '七彩社区', '园博社区', '学府南社区']
const formerPosts = [
  '区水利局 副局长',
  '区粮食局',
  '区人民医院 主任医师',
  '市第二中学 教师',
  '区检察院',
  '区农业局 高级农艺师',
  '区供电局 工程师',
  '区民政局',
]
const skills = [['书法'], ['电工', '水暖'], ['中医推拿'], ['法律咨询'], ['合唱'], ['摄影'], ['门球'], []]

const pick = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length]
  if (value === undefined) throw new Error('an empty list has nothing to pick')
  return value
}

const digits = (value: number, width: number) => String(value).padStart(width, '0')

const birthday = (year: number, index: number): NonNullable<Profile['birthday']> => {
  const month = (index % 12) + 1
  const day = ((index * 7) % 28) + 1
  return index % 4 === 0 ? { calendar: 'lunar', year, month, day, leap: false } : { calendar: 'solar', year, month, day }
}

/** When the demo's people came onto the roster: long enough ago for what has been due since. */
export const enrolledAt = (now: Instant): Instant => now - 50 * 24 * 60 * 60_000

/** One invented member: always the same for the same place in the same branch. */
export const person = (memberId: string, index: number, home: Home, standing: Profile['standing'], grants: Grant[] = []): Member => {
  const group = home.groups.length > 0 ? pick(home.groups, index) : null
  const retired = standing !== 'in-service'
  const born = retired ? 1930 + ((index * 11) % 32) : 1972 + ((index * 5) % 22)
  // Neither step shares a factor with the length of its list, so that no two members of a branch have the same name.
  const given = index * 7 + home.seed * 3
  const phone = `13${digits(home.seed, 2)}${digits(5550000 + index * 37, 7)}`
  const name = pick(surnames, index * 11 + home.seed * 7) + pick(givenNames, given)
  return {
    _id: memberId,
    branchId: home.branchId,
    groupId: group?.groupId ?? null,
    path: group?.path ?? home.path,
    affiliates: [],
    // Since they retired from their unit, as most are; who is in service, since they came to it.
    memberships: [
      {
        branchId: home.branchId,
        kind: 'primary',
        since: `${String(born + (retired ? 60 : 30))}-07-01`,
        until: null,
        reason: retired ? '退休转入' : '入职转入',
      },
    ],
    grants,
    state: 'active',
    version: 1,
    bound: true,
    name,
    gender: given % 2 === 0 ? 'male' : 'female',
    ethnicity: '汉',
    birthday: birthday(born, index),
    joinedPartyOn: `${String(born + 24)}-07-01`,
    standing: retired && born < 1934 ? 'honoured-retired' : (standing ?? 'retired'),
    formerPost: pick(formerPosts, index),
    residence: `${pick(streets, index)}${String((index % 40) + 1)}栋${String((index % 4) + 1)}单元${String(101 + (index % 12) * 100)}`,
    phones: [phone],
    ...foundBy({ name, phones: [phone] }),
    doors: [phone],
    emergencyName: pick(surnames, index + 9) + pick(givenNames, index + 5),
    emergencyPhones: [`15${digits(home.seed, 2)}${digits(5550000 + index * 41, 7)}`],
    care: [...(retired && index % 9 === 0 ? (['alone'] as const) : []), ...(retired && index % 13 === 0 ? (['bedridden'] as const) : [])],
    health: index % 5 === 0 ? '高血压' : '健康',
    skills: pick(skills, index),
    ...(group ? { groupName: group.name } : {}),
  }
}
