import { saySpan } from '../../../../core/shared/spans'
import type { posts as contract } from '../../../../core/service/posts/contract'
import type { Shift } from '../../../../core/service/posts/rules'
import { judgeSlots } from '../../../../core/service/posts/series'
import type { Input, Instant } from '../../../../core/shared/operation'
import type { Post } from '../documents'
import type { Context } from '../use-case'

/** Names are given in order and never again. */
export const shiftName = (index: number) => `s${String(index + 1)}`

/** How many places a shift has; none where there is no such shift. */
export const placesOf = (shifts: readonly Shift[], shiftId: string) => shifts.find(one => one.shiftId === shiftId)?.places ?? 0

/** From the first start to the last end of what takes place; a post without any keeps the times of all. */
export const spanOf = (shifts: readonly Shift[]): { startsAt: Instant; endsAt: Instant } => {
  const running = shifts.filter(shift => !shift.cancelled)
  const counted = running.length > 0 ? running : shifts
  return { startsAt: Math.min(...counted.map(one => one.startsAt)), endsAt: Math.max(...counted.map(one => one.endsAt)) }
}

/** What is different about the post itself, in a few words that name the old and the new. */
export const differencesOf = (before: Post, after: Pick<Post, 'title' | 'place' | 'bring' | 'body' | 'deadline' | 'contact'>): string[] => [
  ...(before.title === after.title ? [] : [`名称由“${before.title}”改为“${after.title}”`]),
  ...(before.place.name === after.place.name ? [] : [`地点由“${before.place.name}”改为“${after.place.name}”`]),
  ...(before.place.name === after.place.name && JSON.stringify(before.place) !== JSON.stringify(after.place) ? ['签到的位置有调整'] : []),
  ...(before.bring === after.bring ? [] : [`要带的东西改为：${after.bring || '无'}`]),
  ...(before.body === after.body ? [] : ['岗位说明有更新']),
  ...(before.deadline === after.deadline ? [] : ['认领截止时间有调整']),
  ...(JSON.stringify(before.contact) === JSON.stringify(after.contact) ? [] : ['联系人有调整']),
]

type Wanted = NonNullable<Input<(typeof contract)['post.change']>['shifts']>[number]

/** The shifts after a change, which of them moved, and what is said of each. A shift that began is left as it was. */
export const shiftsAfter = (
  before: readonly Shift[],
  wanted: readonly Wanted[],
  now: Instant,
  fail: Context<'post.change'>['fail'],
): { shifts: Shift[]; moved: string[]; said: string[] } => {
  const shifts = [...before]
  const moved: string[] = []
  const said: string[] = []
  for (const one of wanted) {
    const index = 'shiftId' in one ? before.findIndex(shift => shift.shiftId === one.shiftId) : before.length
    const old = before[index]
    if ('shiftId' in one && !old) return fail('NOT_FOUND')
    if (old && (old.cancelled || old.startsAt <= now)) return fail('POST_CLOSED')
    if (!old) {
      const { startsAt, endsAt, places } = one
      if (startsAt === undefined || endsAt === undefined || places === undefined) return fail('INVALID_INPUT', { paths: ['shifts'] })
      shifts.push({ shiftId: shiftName(shifts.length), startsAt, endsAt, places })
      continue
    }
    const next = { ...old, startsAt: one.startsAt ?? old.startsAt, endsAt: one.endsAt ?? old.endsAt, places: one.places ?? old.places }
    const different = [
      ...(next.startsAt === old.startsAt && next.endsAt === old.endsAt ? [] : [`时间由${saySpan(old)}改为${saySpan(next)}`]),
      ...(next.places === old.places ? [] : [`${saySpan(next)}的名额由${String(old.places)}人改为${String(next.places)}人`]),
    ]
    if (different.length === 0) continue
    said.push(...different)
    moved.push(old.shiftId)
    shifts[index] = next
  }
  const changed = shifts.filter(shift => !before.includes(shift))
  if (changed.length > 0 && judgeSlots(changed, now) !== 'right') return fail('POST_TIMES_WRONG')
  if (shifts.length > before.length) said.push(`增加了${String(shifts.length - before.length)}个班次`)
  return { shifts, moved, said }
}
