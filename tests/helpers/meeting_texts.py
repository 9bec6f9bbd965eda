"""What Zoom, Teams and Microsoft Forms write to files, in their shapes and in our own words.

`{...}` stands nowhere in them; every person is invented.
"""

ZOOM = """\
10:41:23 From Ines Rowan to Everyone:
\tWe need time before the second question
10:41:45 From Jo M. to Ines Rowan(Direct Message):
\tThis one is only for you
10:42:02 From Jo M. to Everyone:
\tReplying to "We need time before..."

\tSo do we, and:
\t- money
\t- an interpreter
10:42:30 From Ines Rowan to Everyone:
\tReacted to "So do we, and:" with \U0001f44d
10:42:31 From Ines Rowan to Everyone:
\tRemoved a \U0001f44d reaction from "So do we, and:"
10:43:10 From Lee to Hosts and panelists:
\tMy sound is gone
11:15:09 From Jo M. to Everyone:
\tThank you Ines, write to ines.rowan@example.org
"""
"""As the program saves it now."""

OLDER_ZOOM = """\
10:41:23\t From  Ines Rowan  to  Everyone : We need time: a lot
of it
10:42:02\t From  Jo M. : Yes
10:42:09\t From  Jo M.  to  Ines Rowan(Privately) : Only for you
"""

CLOUD_ZOOM = "00:03:11\tInes Rowan:\tWe need time\n01:02:00\tJo M.:\tYes\n"
"""As it is saved with a recording, from whose start it counts."""

TEAMS = """\
Chat of the workshop

[16/05/2024 10:41] Ines Rowan
    We need time
[5/16 10:42 AM] Jo M.
    Yes
[09/05/2024 10:43] Jo M.
    Said a week before
"""
"""As it was copied out of the window."""

TEAMS_PAGE = """\
<!DOCTYPE html><html><head><title>Chat | Teams</title><script>if (a<b) { "</div>" }</script>
<body><div id="chat-pane-list">
<div data-tid="chat-pane-item"><span data-tid="message-author-name">Ines Rowan</span>
<time datetime="2024-05-16T09:41:00.000Z">10:41</time>
<div data-tid="chat-pane-message"><div id="content-1715852460000"><p>We <b>need</b> time &amp; money</p>
<ul><li>more than 3 < 4</li></ul></div></div></div>
<div data-tid="chat-pane-item"><time datetime="2024-05-16T09:42:00.000Z">10:42 AM</time>
<div class="fui-ChatMyMessage"><div id="content-1715852520000"><div data-tid="quoted-reply-card"><span>Ines Rowan</span>
<div data-tid="quoted-reply-preview-content">We need time</div></div><p>Agreed<br>by me</p></div></div></div>
<div data-tid="chat-pane-item"><time datetime="2024-05-09T09:42:00.000Z">10:42</time>
<div id="content-1715247720000">Said a week before</div></div>
</div></body></html>
"""
"""As a browser saves it; the second message is one's own."""

PLAIN_PAGE = """\
<table><tr><td>Ines Rowan</td><td>10:41</td></tr></table><p>We need time</p>
<div><b>Jo M.</b><time>10:42</time></div><div>Yes</div>
"""

ZOOM_POLL = """\
Poll Report
Report Generated:,"May 17, 2024"
Topic,Meeting ID,Actual Start Time,Actual Duration(Minutes),# Question
Values,123 4567 8901,"May 16, 2024 09:55:00",95,2

Overview
Launched Polls
#,Poll Name,Questions,Responses
1,"Values, first round",2,3

"Values, first round"
#,User Name,Email Address,Submitted Date and Time,Which values matter most?,What is missing?,What is your name?
1,Ines Rowan,ines@example.org,2024-05-16 10:41:23,Trust;Respect,"=HYPERLINK(""http://example.org"")",Ines
2,Jo M.,jo@example.org,2024-05-16 10:42:10,Trust,"Ines knows, ask ines@example.org",Jo
3,Anonymous Attendee,,2024-05-16 10:44:51,Trust,,

Second round
#,User Name,Email Address,Submitted Date and Time,Is one page enough?
1,Ines Rowan,ines@example.org,2024-05-16 11:20:00,No
2,Jo M.,jo@example.org,2024-05-16 11:21:00,Yes
"""

OLDER_ZOOM_POLL = """\
#,User Name,User Email,Submitted Date/Time,
1,Ines Rowan,ines@example.org,"May 16, 2024 10:41:23","Is one page enough?","No"
2,Jo M.,jo@example.org,"May 16, 2024 10:42:23","Is one page enough?","No","Anything else?","An easy-read version"
"""

FORMS_POLL = """\
ID;Start time;Completion time;Email;Name;Is one page enough?;Points - Is one page enough?
1;16/05/2024 10:40;16/05/2024 10:41;anonymous;;No;1
2;16/05/2024 10:40;16/05/2024 10:45;jo@example.org;Jo M.;Yes;0
"""
