import { Posts } from '../documents'
import { Organizations } from '../../people/public'
import { NOTIFYING_ACTS } from '../../../../core/life/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { nextLook } from '../../../../core/service/posts/rules'
import { judgeSlots, spread } from '../../../../core/service/posts/series'
import type { Organization } from '../../people/public'
import type { Post } from '../documents'
import type { Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { shiftName, spanOf } from './shifts'

const teamsOf = async (store: Store, teamIds: readonly string[]): Promise<Organization[] | null> => {
  const teams = await store.table(Organizations).getMany([...new Set(teamIds)])
  const fit = teams.filter(team => (team.kind === 'branch' || team.kind === 'group') && team.closedAt === undefined)
  return fit.length === new Set(teamIds).size ? fit : null
}

export const publish: Handlers<Pick<typeof contract, 'post.publish'>> = {
  async 'post.publish'(input, context) {
    const { store, subject: org, openid, actor, commandId, now, newId, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const posts = store.table(Posts)
    const answer = (post: Post | null) =>
      post?.createdBy.openid === openid && post.orgId === org._id
        ? { postId: post._id, shiftIds: post.shifts.map(one => one.shiftId) }
        : fail('CONFLICT')
    const existing = await posts.get(commandId)
    if (existing) return answer(existing)
    if ((org.kind !== 'branch' && org.kind !== 'group') || org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    if ((input.audience === 'teams') !== (input.teamIds !== undefined)) return fail('INVALID_INPUT', { paths: ['teamIds'] })
    const slots = input.series ? spread(input.shifts, input.series) : input.shifts
    if (judgeSlots(slots, now) !== 'right') return fail('POST_TIMES_WRONG')
    const ordered = [...slots].sort((one, other) => one.startsAt - other.startsAt || one.endsAt - other.endsAt)
    const shifts = ordered.map((slot, index) => ({ shiftId: shiftName(index), ...slot }))
    const [teams] = await Promise.all([
      teamsOf(store, input.teamIds ?? []),
      checkText(input.kind, input.title, input.place.name, input.bring, input.body, input.contact?.name),
    ])
    if (!teams) return fail('INVALID_INPUT', { paths: ['teamIds'] })

    const post: Post = {
      _id: commandId,
      orgId: org._id,
      orgName: org.name,
      branchId: org.kind === 'group' ? (org.parentId ?? org._id) : org._id,
      path: org.path,
      kind: input.kind,
      title: input.title,
      place: input.place,
      bring: input.bring ?? '',
      body: input.body ?? '',
      contact: input.contact ?? null,
      audience: input.audience,
      teams: teams.map(team => ({ orgId: team._id, path: team.path })),
      deadline: input.deadline ?? null,
      shifts,
      queue: [],
      seq: 0,
      withdrawn: [],
      ...spanOf(shifts),
      state: 'published',
      secret: newId() + newId(),
      createdBy: actor,
      createdAt: now,
      version: 1,
      changes: [],
      cards: [],
    }
    const look = nextLook(post, now)
    const added = await posts.add({ ...post, ...(look === null ? {} : { lookAt: look }) })
    return answer(added === 'added' ? post : await posts.get(commandId))
  },
}
