using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.My;

/// <summary>It is done.</summary>
[Everyone]
public sealed class ErasedModel : FormPage;
