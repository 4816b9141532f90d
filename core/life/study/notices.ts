import type { Telling } from '../../shared/notices'
import type { DateText } from '../../shared/operation'
import { sayDay } from '../../shared/spans'
import { routes } from '../../shared/routes'
import { type TaskKind, taskWords } from './kinds'

interface TaskInNotice {
  _id: string
  kind: TaskKind
  title: string
  words: string
  dueOn: DateText
}

const notice = (task: TaskInNotice, about: string, title: string, text: string, note: string): Telling => ({
  kind: 'study-assigned',
  about: `${task._id}:${about}`,
  title,
  text,
  page: routes.studyTask({ id: task._id }),
  fields: { what: task.title, when: `${task.dueOn} 18:00`, where: '自己学，在手机上说一声', note },
})

const howToTell = '学好了，在手机上按一下“我学好了”，也可以写几句、说几句、拍张照片。'

/** A new task, to every member of the branch. */
export const assignedNotice = (task: TaskInNotice, branchName: string): Telling =>
  notice(
    task,
    'assigned',
    `学习：${task.title}`,
    `${branchName}请您${taskWords[task.kind]}：${task.title}。${task.words === '' ? '' : `${task.words.replace(/[。.]+$/u, '')}。`}${sayDay(task.dueOn)}以前就行，不着急。${howToTell}`,
    '不着急，慢慢学',
  )

/** A gentle word to those who have not reported, once a day. */
export const studyReminder = (task: TaskInNotice, on: DateText): Telling =>
  notice(task, `reminded:${on}`, `还有一样学习：${task.title}`, `${sayDay(task.dueOn)}以前就行。${howToTell}`, '有空时学一学')
