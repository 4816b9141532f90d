/** Each collection and each index has a number, with which all its keys begin. */
export const spaceBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

/** Everything that begins with these bytes. */
export const spaceRange = (space: Buffer) => ({ low: space, high: spaceBytes(space.readUInt32BE() + 1) })
