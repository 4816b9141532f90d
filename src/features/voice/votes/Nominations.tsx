import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../../people/public'
import { Poster } from './Poster'
import type { Candidate, Vote } from './words'

interface Props {
  vote: Vote
  /** May look people up: an officer of the organization. */
  finds: boolean
  onChanged: () => Promise<void>
}

/** The one who is named says whether they agree. */
const Stand = ({ vote, own, onChanged }: { vote: Vote; own: Candidate; onChanged: Props['onChanged'] }) => {
  const stand = useCommand('vote.stand')
  const say = async (agrees: boolean) => {
    const answer = await stand.run({ voteId: vote.voteId, agrees })
    if (answer?.ok) await onChanged()
  }
  const declined = own.state === 'declined'
  return (
    <Notice
      tone={declined ? 'warn' : 'info'}
      title={declined ? '您说了不参加' : own.agreed === true ? '您同意当候选人' : '有同志推荐您当候选人'}
    >
      {stand.refusal && <Failure refusal={stand.refusal} onSeen={stand.forget} />}
      {(declined || own.agreed !== true) && (
        <Button icon="done" onPress={() => say(true)}>
          我愿意
        </Button>
      )}
      {!declined && (
        <Button icon="close" onPress={() => say(false)}>
          我不参加
        </Button>
      )}
    </Notice>
  )
}

/** 我来推荐: a person of the branch, or a thing or a group by its name. */
const Nominate = ({ vote, finds, onChanged }: Props) => {
  const [person, setPerson] = useState<{ memberId: string; name: string } | undefined>()
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const nominate = useCommand('vote.nominate')
  const press = async (close: () => void) => {
    setTried(true)
    const said = person?.name ?? name.trim()
    if (said === '') return
    const answer = await nominate.run({
      voteId: vote.voteId,
      name: said,
      ...(person ? { memberId: person.memberId } : {}),
      ...(words.trim() === '' ? {} : { words }),
      ...(photos.length === 0 ? {} : { photoFileIds: photos }),
    })
    if (!answer?.ok) return
    close()
    await onChanged()
  }
  return (
    <Unfold icon="add" words="我来推荐">
      {close => (
        <View className="stack">
          {person ? (
            <FieldFrame label="推荐谁">
              <View className="strong">{person.name}</View>
              <Button kind="quiet" icon="close" onPress={() => setPerson(undefined)}>
                换一位
              </Button>
            </FieldFrame>
          ) : (
            <>
              <Field
                label="推荐谁，或者哪件事"
                value={name}
                onChange={setName}
                max={30}
                placeholder={vote.kind === 'deed' ? '例如：给楼道装扶手' : '例如：王建国'}
                error={tried && name.trim() === '' ? '请写名字' : undefined}
              />
              {finds && vote.kind !== 'deed' && (
                <FieldFrame label="从名册里选（选了会问本人愿不愿意）">
                  <FindPerson orgId={vote.orgId} onPick={one => setPerson({ memberId: one.memberId, name: one.name })} />
                </FieldFrame>
              )}
            </>
          )}
          <Field label="为什么推荐（可以不写）" value={words} onChange={setWords} max={500} tall placeholder="例如：一年没有落下一次值班" />
          <Photos label="照片（可以不拍）" fileIds={photos} onChange={next => setPhotos(next)} />
          {nominate.refusal && <Failure refusal={nominate.refusal} onSeen={nominate.forget} />}
          <Button icon="done" busyWords="正在推荐…" onPress={() => press(close)}>
            推荐
          </Button>
          <Button kind="quiet" onPress={close}>
            先不推荐
          </Button>
        </View>
      )}
    </Unfold>
  )
}

const sayWanting = ({ state, wanting }: Candidate): string =>
  state === 'listed'
    ? '上了候选名单'
    : state === 'proposed'
      ? wanting > 0
        ? `还要${String(wanting)}位附议`
        : '等本人说愿意'
      : '没有上名单'

/** A name on the list that is still open: to be seconded by one tap, or struck off by the publisher. */
const Named = ({ vote, one, index, onChanged }: { vote: Vote; one: Candidate; index: number; onChanged: Props['onChanged'] }) => {
  const second = useCommand('vote.second')
  const strike = useCommand('vote.strike')
  const [why, setWhy] = useState('')
  const refusal = second.refusal ?? strike.refusal
  const press = async () => {
    const answer = await second.run({ voteId: vote.voteId, candidateId: one.candidateId })
    if (answer?.ok) await onChanged()
  }
  const strikeOff = async (close: () => void) => {
    if (why.trim() === '') return
    const answer = await strike.run({ voteId: vote.voteId, candidateId: one.candidateId, words: why })
    if (!answer?.ok) return
    close()
    await onChanged()
  }
  const isOut = one.state !== 'listed' && one.state !== 'proposed'
  return (
    <Poster index={index} name={one.name} words={one.words} photoFileIds={one.photoFileIds}>
      <StateChip icon={one.state === 'listed' ? 'done' : 'clock'} tone={one.state === 'listed' ? 'good' : 'soft'} words={sayWanting(one)} />
      {refusal && <Failure refusal={refusal} />}
      {one.state === 'proposed' && one.wanting > 0 && !one.seconded && (
        <Button icon="hand" about={one.name} onPress={press}>
          我附议
        </Button>
      )}
      {one.seconded && <View className="soft">您推荐过了</View>}
      {!isOut && vote.may.includes('strike') && (
        <Unfold icon="remove" kind="quiet" words="从名单上拿掉">
          {close => (
            <View className="stack">
              <Field label="为什么（会告诉推荐的同志）" value={why} onChange={setWhy} max={100} placeholder="例如：和上一个重复" />
              <Button kind="danger" icon="remove" about={one.name} onPress={() => strikeOff(close)}>
                拿掉
              </Button>
              <Button kind="quiet" onPress={close}>
                留着
              </Button>
            </View>
          )}
        </Unfold>
      )}
    </Poster>
  )
}

/** 推荐: who is named so far, in no order of how many want them. */
export const Nominations = (props: Props) => {
  const { vote, onChanged } = props
  const own = vote.candidates.find(one => one.mine && one.state !== 'struck' && one.state !== 'gone')
  return (
    <Section title="推荐了哪些">
      <View className="stack">
        {own && <Stand vote={vote} own={own} onChanged={onChanged} />}
        <Nominate {...props} />
        {vote.candidates.map((one, index) => (
          <Named key={one.candidateId} vote={vote} one={one} index={index} onChanged={onChanged} />
        ))}
      </View>
    </Section>
  )
}
