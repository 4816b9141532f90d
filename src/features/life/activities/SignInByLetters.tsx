import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import type { ActionProps } from './props'
import { useSignIn } from './useActs'

/** Where the code cannot be scanned: the letters under it are typed, in whatever case and grouping. */
export const SignInByLetters = ({ activity, forMemberId, onDone }: ActionProps) => {
  const signIn = useSignIn(activity.activityId, forMemberId, onDone)
  const [letters, setLetters] = useState('')
  return (
    <Unfold words="扫不了，输入码下面的字" kind="quiet">
      {() => (
        <>
          {signIn.refusal && <Failure refusal={signIn.refusal} onSeen={signIn.forget} />}
          <Field
            label="签到码下面的八个字"
            hint="大写小写、空格都不要紧。"
            value={letters}
            onChange={setLetters}
            max={20}
            typedOnly
            placeholder="例如：7KQ4 9MXT"
          />
          <Button disabled={letters.trim() === ''} busy={signIn.busy} onPress={() => signIn.byLetters(letters)}>
            用这个码签到
          </Button>
        </>
      )}
    </Unfold>
  )
}
