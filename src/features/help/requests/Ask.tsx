import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Title } from '../../../components/Card'
import type { RequestKind } from '../../../../core/shared/request-kinds'
import { Icon } from '../../../components/Icon'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { actFor, type Me, peopleOf, type Person, officesOf } from '../../people/public'
import { AskForm } from './AskForm'
import type { Spot } from './draft'
import { EmergencyTiles } from './emergency/EmergencyTiles'
import { KindGrid } from './KindGrid'
import { PickElder } from './PickElder'
import type { Subject } from './useRaise'
import { kindOf } from './words'

interface Props {
  me: Me
  person: Person
  forMemberId: { forMemberId?: string }
  /** What the address names. */
  kind: string | undefined
  /** The elder an officer asks for, as the address names them. */
  elder: { memberId: string; name: string } | undefined
  /** The organization of which an officer asks for an elder, who is chosen first. */
  org: string | undefined
  /** Where they are, as the address says: at a station's door. */
  spot?: Spot | undefined
  /** Who to call when nothing else works. */
  foot: ReactNode
}

const ANOTHER = 'another'

interface HeadProps {
  me: Me
  subject: Subject
  onChoose: (memberId: string) => void
}

/** Who it is for: oneself, an elder one helps, or one looked after by office. Only said where there is nothing to choose. */
const SubjectField = ({ me, subject, onChoose }: HeadProps) => {
  const own = me.member?.memberId
  const people = peopleOf(me).map(one => ({ value: one.memberId, words: one.memberId === own ? `我自己（${one.name}）` : one.name }))
  const options = [
    ...people,
    ...(subject.office ? [{ value: subject.memberId, words: subject.name }] : []),
    ...(officesOf(me).length > 0 ? [{ value: ANOTHER, words: '替另一位同志…' }] : []),
  ]
  if (options.length > 1) return <PickOne label="给谁求助" options={options} value={subject.memberId} onChange={onChoose} />
  return subject.memberId === own ? null : (
    <View className="row soft">
      <Icon name="people" tone="soft" />
      <View className="grow">您正在替{subject.name}同志求助</View>
    </View>
  )
}

/** Asking for help: what, then how to say it, then one button. */
export const Ask = ({ me, person, forMemberId, kind: named, elder: given, org, spot, foot }: Props) => {
  const [kind, setKind] = useState<RequestKind | undefined>(() => kindOf(named))
  const [elder, setElder] = useState(given)
  const offices = officesOf(me)
  const [choosing, setChoosing] = useState(org !== undefined && given === undefined && offices.length > 0)
  const subject: Subject = elder ? { ...elder, forMemberId: {}, office: true } : { ...person, forMemberId, office: false }

  if (choosing) {
    const pick = (one: { memberId: string; name: string }) => {
      setElder(one)
      setChoosing(false)
    }
    return <PickElder offices={offices} first={org} onPick={pick} onBack={() => setChoosing(false)} />
  }
  const choose = (memberId: string) => {
    if (memberId === ANOTHER) setChoosing(true)
    else if (memberId !== elder?.memberId) {
      setElder(undefined)
      actFor(memberId)
    }
  }
  const head = <SubjectField me={me} subject={subject} onChoose={choose} />
  if (kind) {
    // Another person or another matter is another draft.
    return (
      <AskForm
        key={`${subject.memberId}/${kind}`}
        kind={kind}
        subject={subject}
        spot={spot}
        head={head}
        foot={foot}
        onOtherKind={() => setKind(undefined)}
      />
    )
  }
  return (
    <Screen>
      {head}
      <EmergencyTiles elder={elder} />
      <Title>{subject.memberId === me.member?.memberId ? '您' : subject.name}要什么帮忙？按一下</Title>
      <KindGrid onPick={setKind} />
    </Screen>
  )
}
