import type { activities as contract } from '../../../../core/life/activities/contract'
import type { Output } from '../../../../core/shared/operation'
import { belongs } from '../../../kernel/access'
import { claimFiles, endFiles } from '../../../kernel/files'
import { Members, membershipsOf, type Member } from '../../people/public'
import { Activities, type Activity, type ActivityRecord } from '../documents'
import type { Context, Handlers } from '../use-case'

type Shown = NonNullable<Output<(typeof contract)['activity.get']>['record']>

const named = (memberId: string | undefined, name: string | undefined) =>
  memberId === undefined ? undefined : { memberId, name: name ?? '' }

/** A record as it is read; the spoken notes by those alone who `keep` it. */
export const shownRecord = (record: ActivityRecord, keeps: boolean): Shown => {
  const { line, minutes, photoFileIds, resolutions, voiceFileIds } = record
  const chair = named(record.chairId, record.chairName)
  const recorder = named(record.recorderId, record.recorderName)
  return {
    ...{ line, minutes, photoFileIds },
    ...(chair ? { chair } : {}),
    ...(recorder ? { recorder } : {}),
    ...(resolutions ? { resolutions } : {}),
    ...(keeps && voiceFileIds ? { voiceFileIds } : {}),
  }
}

/** Belongs there, or did once: an activity may be written down after the person moved on. */
const everBelonged = (member: Member, { branchId, path }: Activity): boolean =>
  belongs(member, { path }) || membershipsOf(member).some(one => one.branchId === branchId)

/** The people who are newly named in a record; NOT_FOUND for one who never belonged there. */
const namesOf = async (
  { store, subject, fail }: Pick<Context<'activity.record'>, 'store' | 'subject' | 'fail'>,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids.flatMap(id => id ?? []))]
  if (wanted.length === 0) return new Map()
  const people = (await store.table(Members).getMany(wanted)).filter(one => everBelonged(one, subject))
  return people.length === wanted.length ? new Map(people.map(one => [one._id, one.name])) : fail('NOT_FOUND')
}

export const record: Handlers<Pick<typeof contract, 'activity.record'>> = {
  async 'activity.record'({ activityId, line, minutes, photoFileIds, chairId, recorderId, resolutions, voiceFileIds }, context) {
    const { store, subject, checkText } = context
    const before = subject.record
    const files = { purpose: 'record', about: activityId } as const
    const chair = chairId === undefined ? before?.chairId : chairId
    const recorder = recorderId === undefined ? before?.recorderId : recorderId
    const voices = voiceFileIds ?? before?.voiceFileIds ?? []
    const decided = resolutions ?? before?.resolutions ?? []
    const [names] = await Promise.all([
      namesOf(context, [chairId, recorderId]),
      checkText([line, minutes, ...decided.map(one => one.text)].filter(Boolean).join('\n')),
      claimFiles(context, [...photoFileIds, ...voices], files),
    ])
    const next: ActivityRecord = {
      ...{ line, minutes, photoFileIds },
      ...(chair ? { chairId: chair, chairName: names.get(chair) ?? before?.chairName ?? '' } : {}),
      ...(recorder ? { recorderId: recorder, recorderName: names.get(recorder) ?? before?.recorderName ?? '' } : {}),
      ...(decided.length > 0 ? { resolutions: decided } : {}),
      ...(voices.length > 0 ? { voiceFileIds: voices } : {}),
    }
    await store.table(Activities).update({ _id: activityId }, { set: { record: next } })
    await endFiles(context, files, [...photoFileIds, ...voices])
    return {}
  },
}
