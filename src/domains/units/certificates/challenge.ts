/** What a new key signs to show that its holder has it: bound to the mandate and the account, of use nowhere else. */
export const certificateChallenge = (mandate: string, account: string) => `giao-uoc/certificate/1 ${mandate} ${account}`
