/** A 3 x 2 PNG's head; enough for everybody who looks at magic bytes. */
export const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002080600000000000000', 'hex');
