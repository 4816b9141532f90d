import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AnyRefusal, refused } from '../platform/call'
import { openFile } from '../platform/download'
import { Button } from './Button'
import { Failure } from './Failure'
import type { IconName } from './icons'

/** A file that was made; `cut` where it was too long to hold all of it. */
type Made = { ok: true; data: { url: string; cut?: boolean } } | AnyRefusal

interface Props {
  words: string
  icon?: IconName
  /** File name with its ending. */
  name: string
  /** Asks the cloud to make the file. */
  make: () => Promise<Made>
  /** What is said where it was cut. */
  whenCut?: string
}

/** Has a file made and opens it. */
export const ExportButton = ({ words, icon = 'download', name, make, whenCut }: Props) => {
  const [cut, setCut] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const press = async () => {
    setRefusal(undefined)
    const made = await make()
    if (!made.ok) {
      setRefusal(made)
      return
    }
    setCut(made.data.cut === true)
    if (!(await openFile({ url: made.data.url, name }))) setRefusal(refused('OFFLINE'))
  }
  return (
    <View className="stack">
      <Button icon={icon} busyWords="正在做表…" onPress={press}>
        {words}
      </Button>
      {cut && <View className="strong">{whenCut}</View>}
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
    </View>
  )
}
