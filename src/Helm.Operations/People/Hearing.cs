namespace Helm.Operations.People;

/// <summary>How well something was heard, as the audio door judged it; what was typed has none.</summary>
/// <param name="Device">The microphone's id; the person is its owner.</param>
/// <param name="SureEnough">It passed the gate for changes. What did not pass it changes nothing and confirms nothing.</param>
/// <param name="At">When the sound ended.</param>
public sealed record Hearing(string Device, bool SureEnough, DateTimeOffset At);
