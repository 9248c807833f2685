using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Hears requests that no pattern has, by a model of requests alone: where it hears the words that the model of whatever
/// may be said has heard, or words that mean the same. What is to be done about it is for those to say who understand text.
/// </summary>
/// <param name="byRequests">Has the model of the requests as <see cref="Search"/>.</param>
/// <param name="byLanguageModel">Hears whatever may be said.</param>
internal sealed class OtherWords(
    SphinxDecoder byRequests, SphinxDecoder byLanguageModel, IReadOnlyList<SaidSentence> requests, SpokenLanguage language, AgreementOptions options, WakePhrase phrase)
{
    public const string Search = "requests";

    // A single word is said about other things.
    private const int FewestWords = 2;

    private readonly Sense _sense = new(language.Meaning);
    private readonly HashSet<string> _words = [.. requests.SelectMany(request => request.Words)];
    private Task<Hearing>? _request;

    /// <summary>Begins to listen for a request, in case one is to be heard; meanwhile the decoder is taken.</summary>
    public void Begin(short[] samples) =>
        // The pool has a thread for each core, and the other decoder has them: there it would begin when that has ended.
        _request = Task.Factory.StartNew(() => Request(samples), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits until the decoder is free again: what was begun may not have been needed.</summary>
    public void Settle()
    {
        // Taken out first: what has failed fails one sentence, not all that follow.
        var begun = _request;
        _request = null;
        begun?.Wait();
    }

    /// <summary>Null where it is rather no request.</summary>
    /// <param name="open">What the model of whatever may be said has heard.</param>
    /// <param name="closed">What the model of the commands has heard.</param>
    /// <param name="mayHearAgain">What is not understood but may be a request is listened to again, as other voices would have said it.</param>
    public Transcript? Hear(short[] samples, Hearing open, IReadOnlyList<string> closed, bool mayHearAgain, CancellationToken stale)
    {
        var request = _request?.Result ?? Request(samples);
        return Likeliest(open, request, closed) is { } guess && Sense.Judge(guess) is { } verdict ? guess.Heard with { Verdict = verdict }
            : mayHearAgain && (Means(open.Likeliest) || Means(request.Likeliest)) ? HearAgain(samples, closed, stale)
            : null;
    }

    private Transcript? HearAgain(short[] samples, IReadOnlyList<string> closed, CancellationToken stale)
    {
        foreach (var other in VocalTracts.Of(samples).TakeWhile(_ => !stale.IsCancellationRequested))
        {
            Hearing? open = null, request = null;
            Parallel.Invoke(() => request = Request(other), () => open = Hearing.Of(byLanguageModel, other, phrase));
            if (Means(open!.Likeliest) && Likeliest(open, request!, closed) is { } guess && Sense.JudgeAgain(guess) is { } verdict)
            {
                return guess.Heard with { Verdict = verdict };
            }
        }

        return null;
    }

    private Hearing Request(short[] samples) => Hearing.Of(byRequests, samples, phrase, Search);

    /// <summary>Of all ways in which the two may have heard the same, the one that most speaks for.</summary>
    private Guess? Likeliest(Hearing open, Hearing request, IReadOnlyList<string> closed) =>
        (from whatever in open.Ways
         where whatever.Words.Count >= FewestWords
         from asked in request.Ways
         where asked.Words.Count >= FewestWords
         let guess = Guess(whatever, asked, closed, open.Score - request.Score)
         where guess is not null
         select guess).MaxBy(guess => guess.Evidence);

    private Guess? Guess(Heard open, Heard request, IReadOnlyList<string> closed, double advantage)
    {
        var distance = AgreementGate.Distance(request.Words, open.Words, _words.Contains);
        var (heard, other) = distance <= options.OtherWords ? (request, open) : (open, request);
        var transcript = new Transcript(
            heard.Text, Verdict.Accepted, NeedsConfirmation: true, FollowsPattern: false, request.Text, open.Text, distance);
        return _sense.Weigh(transcript, heard, other, closed, advantage);
    }

    private bool Means(Heard heard) => heard.Words.Count >= FewestWords && language.Meaning(heard.Text) is { IsTalk: false };
}
