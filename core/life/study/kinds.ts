/** 三个一 (S3): one book, one essay, one good deed; a course to learn; what a branch does together (六共同). */
export const taskKinds = ['book', 'essay', 'deed', 'course', 'together'] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskWords: Readonly<Record<TaskKind, string>> = {
  book: '读一本书',
  essay: '写一篇心得',
  deed: '做一件好事',
  course: '学一门课',
  together: '支部一起做',
}
