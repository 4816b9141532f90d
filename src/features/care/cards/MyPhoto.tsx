import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { AvatarButton } from '../../../components/OpenButtons'
import { Portrait } from '../../../components/Portrait'
import { useCommand } from '../../../platform/query'
import { type Picked, upload } from '../../../platform/upload'

interface Props {
  name: string
  portrait: string | undefined
  onChange: () => unknown
  /** Another way out, below. */
  children?: ReactNode
}

/** One's own photo, by which an elder and those who look after one another know each other again. */
export const MyPhoto = ({ name, portrait, onChange, children }: Props) => {
  const set = useCommand('card.portrait')
  const [lost, setLost] = useState(false)
  const chosen = async (picture: Picked | undefined) => {
    setLost(false)
    if (!picture) return
    const fileId = await upload(picture)
    if (fileId === undefined) {
      setLost(true)
      return
    }
    const answer = await set.run({ fileId })
    if (answer?.ok) await onChange()
  }
  const remove = async () => {
    const answer = await set.run({})
    if (answer?.ok) await onChange()
  }
  return (
    <Card>
      <View className="row">
        <Portrait large name={name} fileId={portrait} />
        <View className="grow">
          {portrait === undefined ? '放一张您的照片，对方一眼就认得您。头像、相册里的都行。' : '对方看到的是这张照片。'}
        </View>
      </View>
      {lost && <Notice tone="warn" title="照片没有传上去" onSeen={() => setLost(false)} />}
      {set.refusal && <Failure refusal={set.refusal} onSeen={set.forget} />}
      <AvatarButton words={portrait === undefined ? '放照片' : '换照片'} onChosen={chosen} />
      {portrait !== undefined && (
        <Button kind="quiet" icon="remove" onPress={remove}>
          拿掉照片
        </Button>
      )}
      {children}
    </Card>
  )
}
