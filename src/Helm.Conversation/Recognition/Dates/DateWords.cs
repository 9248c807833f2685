using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>The English words of the calendar and the clock; everything the date grammars know by name stands here.</summary>
internal static class DateWords
{
    public static readonly Dictionary<string, int> Months = WordTable.Integers(
        """
        january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12
        jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
        """);

    public static readonly Dictionary<string, int> Weekdays = WordTable.Integers(
        """
        monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7
        mon=1 tue=2 tues=2 wed=3 weds=3 wedn=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7
        mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7
        """);

    /// <summary>Which of the weeks, months or years is meant, counted from the present one.</summary>
    public static readonly Dictionary<string, int> Swifts = WordTable.Integers(
        """
        this=0 current=0 present=0 next=1 coming=1 upcoming=1 following=1 last=-1 past=-1 previous=-1 prior=-1
        """);

    public static readonly Dictionary<string, int> NamedDays = WordTable.Integers(
        """
        today=0 tomorrow=1 tmr=1 tmrw=1 tommorow=1 tomorow=1 yesterday=-1
        """);

    /// <summary>Units of time with their letter in a length; WD are weekdays, WE weekends, Q quarters.</summary>
    public static readonly Dictionary<string, string> Units = WordTable.Texts(
        """
        second=S seconds=S sec=S secs=S s=S minute=M minutes=M min=M mins=M hour=H hours=H hr=H hrs=H h=H
        day=D days=D d=D week=W weeks=W w=W wk=W wks=W month=MON months=MON mon=MON night=D nights=D semester=6MON semesters=6MON year=Y years=Y yr=Y yrs=Y y=Y
        decade=10Y decades=10Y fortnight=2W fortnights=2W weekend=WE weekends=WE weekday=WD weekdays=WD
        """);

    public static readonly Dictionary<string, double> Seconds = WordTable.Doubles(
        """
        S=1 M=60 H=3600 D=86400 W=604800 MON=2592000 Y=31536000 WE=172800 WD=86400 BD=86400
        """);

    /// <summary>Parts of the day with their TIMEX name.</summary>
    public static readonly Dictionary<string, string> DayParts = WordTable.Texts(
        """
        morning=TMO afternoon=TAF evening=TEV night=TNI daytime=TDT lunchtime=TMEL lunch=TMEL dinnertime=TMED dinner=TMED supper=TMED
        breakfast=TMEB brunch=TMER nighttime=TNT mealtime=TMEL
        """);

    public static readonly Dictionary<string, string> DayPartHours = WordTable.Texts(
        """
        TMO=8-12 TAF=12-16 TEV=16-20 TNI=20-24 TNT=0-8 TDT=8-18 TBH=8-18 TMEL=11-13 TMED=16-20 TMEB=8-12 TMER=8-12
        """);

    public static readonly Dictionary<string, string> Seasons = WordTable.Texts(
        """
        spring=SP summer=SU autumn=FA fall=FA winter=WI
        """);

    /// <summary>Adverbs and adjectives of repetition with the length between two times.</summary>
    public static readonly Dictionary<string, string> Repeats = WordTable.Texts(
        """
        daily=P1D weekly=P1W fortnightly=P2W monthly=P1M quarterly=P3M yearly=P1Y annually=P1Y annual=P1Y biennial=P2Y biennially=P2Y weekends=P1WE
        bidaily=P2D biweekly=P2W bimonthly=P2M biquarterly=P6M biyearly=P2Y biannual=P2Y biannually=P2Y
        bi-daily=P2D bi-weekly=P2W bi-monthly=P2M bi-quarterly=P6M bi-yearly=P2Y bi-annual=P2Y bi-annually=P2Y
        semidaily=P0.5D semiweekly=P0.5W semimonthly=P0.5M semiquarterly=P1.5M semiyearly=P0.5Y semiannual=P0.5Y semiannually=P0.5Y
        semi-daily=P0.5D semi-weekly=P0.5W semi-monthly=P0.5M semi-quarterly=P1.5M semi-yearly=P0.5Y semi-annual=P0.5Y semi-annually=P0.5Y
        tridaily=P1D triweekly=P1W trimonthly=P1M triquarterly=P3M triyearly=P1Y triannual=P1Y triannually=P1Y
        tri-daily=P1D tri-weekly=P1W tri-monthly=P1M tri-quarterly=P3M tri-yearly=P1Y tri-annual=P1Y tri-annually=P1Y
        """);

    public static readonly Dictionary<string, double> Vague = WordTable.Doubles("few=3 some=3 several=3");

    public static readonly HashSet<string> Joints = WordTable.Set("to till until til through thru - – — ~");
}
