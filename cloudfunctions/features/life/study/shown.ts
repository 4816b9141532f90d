import type { StudyReport, StudyTask } from './documents'

/** A task as everybody sees it. */
export const shownTask = ({ _id, branchId, kind, title, words, dueOn, hours, courseId }: StudyTask) => ({
  ...{ taskId: _id, branchId, kind, title, words, dueOn },
  ...(hours === undefined ? {} : { hours }),
  ...(courseId === undefined ? {} : { courseId }),
})

/** What was reported. */
export const shownReport = ({ text, photoFileIds, voiceFileId, at }: StudyReport) => ({
  ...{ text, photoFileIds, at },
  ...(voiceFileId === undefined ? {} : { voiceFileId }),
})
