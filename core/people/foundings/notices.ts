import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDate } from '../roster/date-words'

/** An application as notices speak of it. */
interface Applied {
  _id: string
  name: string
  orgId: string
  orgName: string
  underId: string
  underName: string
  dueOn: DateText
}

interface Said {
  what: string
  title: string
  text: string
  /** On whose list it stands for the reader. */
  org: { orgId: string; name: string }
}

const telling = ({ _id, underName }: Applied, { what, title, text, org }: Said, at: Instant): Telling => ({
  kind: 'membership-desk',
  about: `founding-${what}:${_id}`,
  title,
  text,
  page: routes.foundings(org),
  fields: { what: title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: underName, note: '点开看看' },
})

const atDesk = ({ underId, underName }: Applied) => ({ orgId: underId, name: underName })
const atApplicant = ({ orgId, orgName }: Applied) => ({ orgId, name: orgName })

/** The office above: a branch is applied for. */
export const sayApplied = (row: Applied, at: Instant): Telling =>
  telling(
    row,
    {
      ...{ what: 'applied', title: `申请成立${row.name}`, org: atDesk(row) },
      text: `${row.orgName}来的申请，请在${sayDate(row.dueOn)}前批复。`,
    },
    at,
  )

/** Street and bureau, once: the day of the reply is over. */
export const sayLate = (row: Applied, at: Instant): Telling =>
  telling(
    row,
    {
      ...{ what: 'late', title: `成立${row.name}的申请还没有批复`, org: atDesk(row) },
      text: `${row.orgName}申请的，应在${sayDate(row.dueOn)}前批复，现在超时了。请同意或者退回。`,
    },
    at,
  )

/** The office above: those who applied took it back. */
export const sayWithdrawn = (row: Applied, words: string, at: Instant): Telling =>
  telling(
    row,
    {
      ...{ what: 'withdrawn', title: `不申请成立${row.name}了`, org: atDesk(row) },
      text: `${row.orgName}收回了申请${words === '' ? '' : `：${words}`}，不用再批复。`,
    },
    at,
  )

/** The one who applied: it is founded. */
export const sayFounded = (row: Applied, documentNo: string, at: Instant): Telling =>
  telling(
    row,
    {
      ...{ what: 'agreed', title: `${row.name}可以成立了`, org: atApplicant(row) },
      text: `批复文号${documentNo}。支部已经建好，书记请上级到“各级负责人”里邀请。`,
    },
    at,
  )

/** The one who applied: it came back. */
export const sayRefused = (row: Applied, words: string, at: Instant): Telling =>
  telling(row, { what: 'refused', title: `成立${row.name}的申请被退回`, org: atApplicant(row), text: `退回的原因：${words}` }, at)
