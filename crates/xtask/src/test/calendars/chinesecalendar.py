"""Prints every day from argv[1] to argv[2] as crates/domain/examples/working_days.rs does, after the
Python package chinesecalendar; argv[3:] are the numbers of working days."""

import datetime
import sys

import chinese_calendar


def last_day(number, day):
    try:
        return str(chinese_calendar.find_workday(number, day))
    except NotImplementedError:
        return "-"


day, end = (datetime.date.fromisoformat(text) for text in sys.argv[1:3])
numbers = [int(text) for text in sys.argv[3:]]
while day <= end:
    kind = "work" if chinese_calendar.is_workday(day) else "rest"
    print(day, kind, *(last_day(number, day) for number in numbers))
    day += datetime.timedelta(days=1)
