import { Choice } from '../../../components/Choice'
import { Notice } from '../../../components/Notice'
import type { Asked, Refusal } from '../../../platform/call'

/** What people did before something is moved, as ACTS_STAND tells it. */
export type Stands = Extract<Refusal<'activity.change'>, { code: 'ACTS_STAND' }>['data']
type Acts = NonNullable<Asked<'activity.change'>['acts']>

/** Whether it is still to be said what becomes of sign-ins and leaves. */
export const actsOpen = (stands: Stands | undefined, acts: Acts | undefined): boolean =>
  stands !== undefined && stands.signedIn + stands.onLeave > 0 && acts === undefined

const counted = ({ signedIn, onLeave }: Stands): string =>
  [signedIn > 0 ? `${signedIn} 人签到` : '', onLeave > 0 ? `${onLeave} 人请假` : ''].filter(Boolean).join('、')

interface Props {
  stands: Stands
  value: Acts | undefined
  onChange: (acts: Acts) => void
}

/** Asks what becomes of sign-ins and leaves that were said for the former hours; of activities and of shifts. */
export const StandingActs = ({ stands, value, onChange }: Props) =>
  stands.signedIn + stands.onLeave === 0 ? null : (
    <>
      <Notice tone="warn" title={`还没有改：原来的时间已经有 ${counted(stands)}`} />
      <Choice
        label="他们的签到和请假怎么算？"
        options={[
          { value: 'reset', words: '只算原来那一次', hint: '改期了：新的时间要重新签到、请假，会告诉他们' },
          { value: 'keep', words: '照样算数', hint: '只是时间写错了，人已经来过' },
        ]}
        value={value}
        onChange={onChange}
      />
    </>
  )
