import type { study as contract } from '../../../../core/life/study/contract'
import type { Instant } from '../../../../core/shared/operation'
import { belongs } from '../../../kernel/access'
import { claimFiles, endFiles } from '../../../kernel/files'
import type { Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { markLately } from '../rhythm/marks'
import { markStudy } from './mark'
import { StudyReports, StudyTasks, type StudyReport, type StudyTask } from './documents'

interface Said {
  text?: string | undefined
  photoFileIds?: string[] | undefined
  voiceFileId?: string | undefined
  shared?: boolean | undefined
}

/** The one who reports it in a member's stead; an officer brought it to them. */
interface InStead {
  byName: string
  brought: boolean
}

type Reporting = Pick<Context<'study.report'>, 'store' | 'actor' | 'now' | 'checkText'>

/**
 * Writes what was reported, then that it was: the second write decides, and the command sent again makes both whole. The day of the first report
 * stays, so that hours never move to another year by a later word.
 */
const write = async (context: Reporting, task: StudyTask, member: Member, said: Said, inStead?: InStead): Promise<void> => {
  const { store, actor: by, now, checkText } = context
  const files = { purpose: 'study', about: `${task._id}:${member._id}` } as const
  const photoFileIds = said.photoFileIds ?? []
  const [before] = await Promise.all([
    store.table(StudyReports).get(files.about),
    checkText(said.text),
    claimFiles(context, [...photoFileIds, said.voiceFileId], files),
  ])
  const at = before?.at ?? now
  const row: StudyReport = {
    ...{ _id: files.about, taskId: task._id, memberId: member._id, branchId: task.branchId, name: member.name, title: task.title },
    // What a course is worth is counted with the course.
    ...{ hours: task.courseId === undefined ? (task.hours ?? 0) : 0, text: said.text ?? '', photoFileIds, shared: said.shared ?? false },
    ...{ at, by },
    ...(said.voiceFileId === undefined ? {} : { voiceFileId: said.voiceFileId }),
    ...(inStead ? { byName: inStead.byName } : {}),
    // Brought once, it stays so when the member adds words of their own.
    ...(inStead?.brought === true || before?.brought ? { brought: true } : {}),
    ...(said.shared === true && before?.picked ? { picked: true } : {}),
  }
  await store.table(StudyReports).put(row)
  await noteReported({ store }, task, member, at)
  await markStudy({ store, now }, member.branchId)
  await endFiles(context, files, [...photoFileIds, ...(said.voiceFileId === undefined ? [] : [said.voiceFileId])])
}

/** Notes on the task that a member has reported it, the first time. */
export const noteReported = async ({ store }: Pick<Reporting, 'store'>, task: StudyTask, member: Member, at: Instant): Promise<void> => {
  const unreported = { _id: task._id, 'reports.memberId': { not: member._id } } as const
  await store.table(StudyTasks).update(unreported, { push: { reports: { memberId: member._id, at } } })
}

export const report: Handlers<Pick<typeof contract, 'study.report' | 'study.reportFor'>> = {
  async 'study.report'({ text, photoFileIds, voiceFileId, shared }, context) {
    const { subject: task, person, actor } = context
    const inStead = actor.memberId === person._id ? undefined : { byName: actor.name, brought: false }
    await write(context, task, person, { text, photoFileIds, voiceFileId, shared }, inStead)
    return { state: 'reported' }
  },

  async 'study.reportFor'({ taskId, text, photoFileIds, voiceFileId }, context) {
    const { store, subject: member, actor, fail, audit } = context
    const task = await store.table(StudyTasks).get(taskId)
    if (!task || !belongs(member, task)) return fail('NOT_FOUND')
    await write(context, task, member, { text, photoFileIds, voiceFileId }, { byName: actor.name, brought: true })
    audit(member._id, 'study.reported')
    await markLately(context, member)
    return { state: 'reported' }
  },
}
