file-photo = a photo
file-voice = a voice message
file-video = a video
file-document = a document
or = { " " }or{ " " }
files-photo = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
 }
files-voice = { $count ->
    [one] { $count } voice message
   *[other] { $count } voice messages
 }
files-video = { $count ->
    [one] { $count } video
   *[other] { $count } videos
 }
files-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
 }
hint-photo = { $files ->
    [1] Send a photo: tap 📎.
   *[other] Send photos, up to { $files }: tap 📎. Then Done.
 }
hint-voice = { $files ->
    [1] Say it aloud: hold 🎤.
   *[other] Say it aloud: hold 🎤. Up to { $files } messages, then Done.
 }
hint-video = { $files ->
    [1] Send a video: tap 📎.
   *[other] Send videos, up to { $files }: tap 📎. Then Done.
 }
hint-document = { $files ->
    [1] Send a document: tap 📎, then File.
   *[other] Send documents, up to { $files }: tap 📎, then File. Done at the end.
 }
hint-also = Or send { $kinds }.
hint-megabytes = Up to { $megabytes } MB.
hint-place = Tap the button below, send a place with 📎, or write coordinates, for example 50.4501, 30.5234.
hint-contact = Tap the button below: Telegram will ask whether to share your number.
key-send-place = 📍 Send where I am
key-send-contact = ☎️ Share my number
place-noted = 📍 The place is recorded.
contact-noted = ☎️ The number is recorded.
keys-gone = All right, let us go on.
rejected-file-needed = { $asked ->
    [photo] A photo is needed here: tap 📎.
    [document] A document is needed here: tap 📎, then File.
    [video] A video is needed here: tap 📎.
   *[other] A voice message is needed here: hold 🎤.
 }
rejected-file-of-another-kind = That was { $sent }; what fits here is { $kind }.
rejected-file-too-large = That file is large: { $megabytes } MB, and { $limit } MB fit. Could you send a smaller or shorter one?
rejected-file-beyond = Thank you, that is enough: the other files are not needed.
rejected-place-needed = A place is needed here: tap “📍 Send where I am”, or write coordinates, for example 50.4501, 30.5234.
rejected-contact-needed = Your number as Telegram knows it is needed here: tap “☎️ Share my number”.
rejected-contact-of-another = This is somebody else's number, and only your own can be recorded: tap the button below.
