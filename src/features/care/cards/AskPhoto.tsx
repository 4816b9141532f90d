import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import { useQuery } from '../../../platform/query'
import { keep, recall } from '../../../platform/storage'
import { MyPhoto } from './MyPhoto'

const KEY = 'photo-later'

/** Asks a member who looks after elders for their photo, once, until it is there or put off; silent for all others. */
export const AskPhoto = ({ name }: { name: string }) => {
  const [later, setLater] = useState(() => recall(KEY) === true)
  const [thanked, setThanked] = useState(false)
  const { data, reload } = useQuery('pairing.mine', later ? null : {})
  if (thanked) return <Notice tone="good" title="照片放好了" onSeen={() => setThanked(false)} />
  if (later || !data || data.elders.length === 0 || data.portrait !== undefined) return null
  const changed = async () => {
    await reload()
    setThanked(true)
  }
  const putOff = () => {
    keep(KEY, true)
    setLater(true)
  }
  return (
    <MyPhoto name={name} portrait={undefined} onChange={changed}>
      <Button kind="quiet" onPress={putOff}>
        以后再说
      </Button>
    </MyPhoto>
  )
}
