/** A line of the queue without the words of the error, which may quote an address that a mail server refused. */
export const queueLine = (message: string) => message.replace(/ with error '[^]*$/, '')
