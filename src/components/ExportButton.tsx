import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Answer } from '../platform/call'
import { openFile } from '../platform/download'
import { Button } from './Button'
import { Failure } from './Failure'
import type { IconName } from './icons'

type Made = Answer<
  | 'roster.export'
  | 'roster.template'
  | 'attendance.export'
  | 'post.dutyList'
  | 'request.export'
  | 'board.export'
  | 'care.export'
  | 'benefit.export'
  | 'pairing.export'
  | 'visit.export'
>

interface Props {
  words: string
  icon?: IconName
  /** File name with its ending. */
  name: string
  /** Asks the cloud to make the file. */
  make: () => Promise<Made>
}

/** Has a file made and opens it. */
export const ExportButton = ({ words, icon = 'download', name, make }: Props) => {
  const [cut, setCut] = useState(false)
  const [code, setCode] = useState<AnyRefusal | undefined>()
  const press = async () => {
    setCode(undefined)
    const made = await make()
    if (!made.ok) {
      setCode(made.code)
      return
    }
    setCut('cut' in made.data && made.data.cut)
    if (!(await openFile({ url: made.data.url, name }))) setCode('OFFLINE')
  }
  return (
    <View className="stack">
      <Button icon={icon} busyWords="正在做表…" onPress={press}>
        {words}
      </Button>
      {cut && <View className="strong">人太多，表里只装下前 5000 行。请到下面各单位分别导出。</View>}
      {code && <Failure code={code} onSeen={() => setCode(undefined)} />}
    </View>
  )
}
