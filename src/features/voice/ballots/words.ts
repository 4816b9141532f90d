/** Who can know what of a secret ballot, in two plain sentences; `tellers` are those by whose keys it is sealed. */
export const sayWhoKnows = (tellers: readonly { name: string }[]): readonly [string, string] => [
  '谁领了票，支部看得到；票上填了什么，对不上是谁填的。',
  tellers.length > 0
    ? `填好的票在您手机上就锁好，只有监票人${tellers.map(one => one.name).join('、')}截止以后打得开，打开时已经打乱。`
    : '这一次的票没有用钥匙锁上：支部和街道看不出谁填的，但管服务器的技术员如果存心去查往来记录，有可能对上。',
]

/** Before it is dropped. */
export const FOR_GOOD = '投进去就不能改了，支部也找不出哪一张是您的。'
